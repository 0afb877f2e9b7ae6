import { type PlaceLink, PlaceLinks } from "./navigation";

/** On phones: four places under the thumb; the fifth, 更多, is the header's account menu. */
export function BottomBar({ places, label }: { places: PlaceLink[]; label: string }) {
  return (
    <nav className="bottom-bar" aria-label={label}>
      <PlaceLinks places={places} />
    </nav>
  );
}
