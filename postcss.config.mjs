export default {
  plugins: {
    "@tailwindcss/postcss": {},
    // The oldest browsers we serve know no cascade layers.
    "@csstools/postcss-cascade-layers": {},
  },
};
