import NotFound from "../not-found";

/** The same message, inside the frame. */
export default function PortalNotFound() {
  return <NotFound />;
}
