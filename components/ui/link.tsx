import type { ComponentProps } from "react";

/**
 * A link to another page of the portal. It carries no script of its own: the frame follows all of them without loading the page anew,
 * and where there is no script the browser does.
 */
export const Link = (props: ComponentProps<"a">) => <a data-follow="" {...props} />;
