-- What the practice of a course needs of a classroom: one of these kinds, and each of these pieces of equipment; none is none.
ALTER TABLE courses
  ADD COLUMN practice_kinds TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN practice_equipment TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD CONSTRAINT course_names_its_needs
    CHECK (array_position(practice_kinds, NULL) IS NULL AND array_position(practice_equipment, NULL) IS NULL);
