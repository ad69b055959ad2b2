// docs/seal-format.md, "Heading" and "Answer".

export const isHeading = (bytes) => bytes.length === 28 && bytes[24] <= 15 && bytes[27] <= 2;

const LENGTHS = [1, 2, 3, 1];

export const isAnswer = (payload) => payload.length > 0 && payload.length === LENGTHS[payload[0]];
