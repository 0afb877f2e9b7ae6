import "server-only";

/**
 * Pieces that are made when they are asked for; `over` when the last one was given or nobody waits for more. What breaks off ends the
 * stream with an error, and so the connection: half a file must not look like a whole one.
 */
export function outgoing(pieces: AsyncGenerator<Uint8Array>, signal: AbortSignal, left: AbortController) {
  let end: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const body = new ReadableStream<Uint8Array>({
    start(control) {
      signal.addEventListener("abort", () => {
        control.error(signal.reason);
        pieces.return(undefined).then(end, end);
      });
    },
    async pull(control) {
      try {
        const { value, done } = await pieces.next();
        if (!done) return control.enqueue(value);
        control.close();
      } catch (error) {
        control.error(error);
      }
      end();
    },
    cancel: () => left.abort(),
  });
  return { body, over };
}
