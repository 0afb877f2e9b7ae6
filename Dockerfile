# Three images of one build: `build` has everything, `ops` is for migrations and operations, `portal` serves and has nothing else.
FROM node:24.22.3-bookworm-slim AS build
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
# Install scripts stay off (.npmrc). Optional packages carry the binaries of this platform; its Node is the image's own.
RUN npm ci --include=dev --include=optional && rm -r node_modules/node-linux-*/bin node_modules/node-linux-*/include
COPY . .
RUN node scripts/build.mjs && mv .data/builds/* /served && rm -rf .data

FROM build AS ops
# Everything stays: an operation that misses a locked package would install it, and there is no registry in here.
RUN mkdir .data /backups && chown node:node .data /backups
USER node
ENTRYPOINT ["node", "scripts/ops.mjs"]

FROM node:24.22.3-bookworm-slim AS portal
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 NEXT_TELEMETRY_DISABLED=1
WORKDIR /portal
# Owned by root: the process can change nothing of what it runs.
COPY --from=build /served ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-old-space-size=768", "--max-semi-space-size=32", "server.js"]
