type Props = { x: number | string | undefined; y: number | string | undefined; isLast: boolean };

/** A point of a line; the last one, where the line stands now, has a ring. */
export function PointMark({ x, y, isLast }: Props) {
  return (
    <>
      {isLast && <circle className="end-ring" cx={x} cy={y} r="6" />}
      <circle className="point" cx={x} cy={y} r="3.5" />
    </>
  );
}
