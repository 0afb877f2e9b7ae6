import type { Column } from "@/lib/report/file/paper";

/** A4 on its side within the margins of U15, in points. */
export const margins = { left: 0.55, right: 0.55, top: 0.71, bottom: 0.63 };
const page = {
  width: 841.9 - 72 * (margins.left + margins.right),
  height: 595.3 - 72 * (margins.top + margins.bottom),
};
/** What a digit of the usual font and a column's edges take. */
const ofDigit = 5.25;
const ofEdges = 3.75;
/** Programs differ in the width of a digit, so what nearly fills a page may spill over. */
const doubt = 0.06;
/** R83: that many rows at least stand with signature and seal. */
const rowsAtSeal = 3;
/** Of a longer list nobody counts the pages, and Excel takes a thousand breaks at most. */
const mostBreaks = 50;

/** U15: lays rows out on pages as they are written, so that signature and seal never stand alone on the last one. */
export function pagesOf(columns: readonly Column[], { above, head }: { above: number; head: number }) {
  const width = columns.reduce((sum, column) => sum + column.width * ofDigit + ofEdges, 0);
  const room = page.height * Math.max(1, width / page.width);
  let [all, onPage, last] = [above + head, above + head, 0];
  const breaks: number[] = [];
  let endOfRows = 0;

  return {
    add(row: number, height: number) {
      all += height;
      last = height;
      endOfRows = row;
      onPage += height;
      if (onPage <= (1 - doubt) * room) return;
      if (breaks.length <= mostBreaks) breaks.push(row - 1);
      onPage = head + height;
    },
    /**
     * Where what stands under the rows is to go: as a sheet made so many pages high, when it nearly fits; otherwise breaks, which a program
     * without the font needs, since its pages hold more. Excel knows none in a sheet fitted to the width and breaks at about the same rows.
     */
    end(height: number): { high: number; breaks: number[] } {
      const keeps = height > 0 ? height + rowsAtSeal * last : 0;
      const further = room - head;
      const pages = all + height <= room ? 1 : 1 + Math.ceil((all + height - room) / further);
      const onLast = pages === 1 ? all + height : all + height - room - (pages - 2) * further;
      if (pages > 1 && onLast < keeps + doubt * room) return { high: pages - 1, breaks: [] };
      if (onLast > (1 - doubt) * (pages === 1 ? room : further)) return { high: pages, breaks: [] };
      if (breaks.length > mostBreaks) return { high: 0, breaks: [] };
      const before = onPage + height > (1 - doubt) * room ? breaks : breaks.slice(0, -1);
      const final = Math.min(breaks.at(-1) ?? endOfRows, endOfRows - rowsAtSeal);
      return {
        high: 0,
        breaks: pages === 1 || breaks.length === 0 ? [] : [...before.filter((row) => row < final), final],
      };
    },
  };
}
