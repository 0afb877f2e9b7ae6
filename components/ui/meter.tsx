/** How far something has come, in one short line; the words say it too. */
export function Meter({ done, of, label }: { done: number; of: number; label: string }) {
  const percent = of > 0 ? Math.min(100, (done / of) * 100) : 0;
  return (
    <svg className="meter" role="img" aria-label={label}>
      <rect className="held" width={`${percent.toFixed(1)}%`} height="100%" />
    </svg>
  );
}
