/**
 * @typedef {{ functionName: string, url: string, lineNumber: number, columnNumber: number }} Frame
 * @typedef {{ id: number, callFrame: Frame }} Node
 * @typedef {{ nodes: Node[], samples: number[], timeDeltas: number[], startTime: number }} Profile
 * @typedef {{ place: string, share: number }} Hot
 */

/**
 * Where a server was found at work between two moments, the place that was met most first, as shares of all its work. Moments are microseconds
 * of the machine's own clock, as the profile counts them.
 * @param {Profile} profile
 * @param {{ from: number, to: number }} span
 * @param {(frame: Frame) => string} placeOf
 * @returns {Hot[]}
 */
export function hottest({ nodes, samples, timeDeltas, startTime }, { from, to }, placeOf, most = 10) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  /** @type {Map<string, number>} */
  const times = new Map();
  let moment = startTime;
  let worked = 0;
  samples.forEach((id, n) => {
    // A sample stands for the time until the next one.
    moment += timeDeltas[n] ?? 0;
    const lasted = timeDeltas[n + 1] ?? 0;
    const frame = frames.get(id);
    if (!frame || moment < from || moment > to || frame.functionName === "(idle)") return;
    const place = placeOf(frame);
    times.set(place, (times.get(place) ?? 0) + lasted);
    worked += lasted;
  });
  return [...times]
    .map(([place, time]) => ({ place, share: time / worked }))
    .sort((one, other) => other.share - one.share)
    .slice(0, most);
}
