import Forbidden from "../forbidden";

/** The same message, inside the frame. */
export default function PortalForbidden() {
  return <Forbidden />;
}
