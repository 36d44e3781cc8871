const WORDS = 4

/** 32 hex digits that are unique, but no secret. `random` is from 0 to below 1. */
export const randomHex = (random: () => number): string => {
  let hex = ''
  for (let word = 0; word < WORDS; word++)
    hex += Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return hex
}
