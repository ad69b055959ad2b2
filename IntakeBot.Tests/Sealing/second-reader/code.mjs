// docs/seal-format.md, "Receipt code".

/** Damm's table, row by row. */
const TABLE = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];

/** Twenty decimal digits, the last of which follows from the others. */
export const isCode = (digits) => /^[0-9]{20}$/.test(digits) && [...digits].reduce((check, d) => Number(TABLE[check][Number(d)]), 0) === 0;
