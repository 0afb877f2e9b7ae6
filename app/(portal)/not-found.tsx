import { Missing } from "@/components/layout/missing";

/** The same message, inside the frame. */
export default function PortalNotFound() {
  return <Missing />;
}
