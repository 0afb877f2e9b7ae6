type Obstacle = {
  outside: boolean;
  closed: string | null;
  onLeave: boolean;
  lesson: object | null;
  holiday: string | null;
};
type Planned = {
  isCopied: boolean;
  hasLeft: boolean;
  lacksRoom: boolean;
  lacksSeats: boolean;
  lack: object | null;
  obstacle: Obstacle | null;
};

export const isFree = ({ outside, closed, onLeave, lesson, holiday }: Obstacle): boolean =>
  !outside && closed === null && !onLeave && lesson === null && holiday === null;

/** Whether a planned lesson could be booked where it stands, once a holiday or what the classroom lacks was taken in, or the last day put off. */
export const isClear = (
  { obstacle, isCopied, hasLeft, lacksRoom, lacksSeats, lack }: Planned,
  { lack: taken, ...but }: { holiday?: null; outside?: false; lack?: null } = {},
): boolean => {
  const lacks = isCopied || hasLeft || lacksRoom || lacksSeats || (lack !== null && taken === undefined);
  return !lacks && (obstacle === null || isFree({ ...obstacle, ...but }));
};
