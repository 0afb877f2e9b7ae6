/** R27: off the base a lesson has no classroom, and that is chosen too: a field passed over is no answer. */
export const noClassroom = "none";
