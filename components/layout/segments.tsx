/** One of two or three, side by side in one frame. */
export function Segments({
  name,
  label,
  value,
  words,
}: {
  name: string;
  label: string;
  value: string;
  words: Record<string, string>;
}) {
  return (
    <fieldset className="segments">
      <legend>{label}</legend>
      <div className="segments-row">
        {Object.entries(words).map(([option, word]) => (
          <label key={option}>
            <input type="radio" name={name} value={option} defaultChecked={option === value} />
            <span>{word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
