/** Shorter words end too many names. */
const MIN_END = 4
/** A longer text is no misspelt name, and comparing it costs time by its length. */
const MAX_LENGTH = 200

/** The most similar name, preferably one that only lacks its prefix; undefined if none is similar. */
export const closestMatch = (given: string, names: readonly string[]): string | undefined => {
  if (given.length > MAX_LENGTH) return undefined
  const end = new RegExp(`[^a-z]${given.replace(/\W/g, '\\$&')}$`, 'i')
  const ending = given.length < MIN_END ? [] : names.filter((name) => end.test(name))
  let best: string | undefined
  let bestDistance =
    ending.length > 0 ? Number.POSITIVE_INFINITY : Math.max(2, Math.floor(given.length / 2)) + 1
  for (const name of ending.length > 0 ? ending : names) {
    const distance = editDistance(given, name)
    if (distance < bestDistance) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

/** How many characters must be inserted, removed or changed. */
const editDistance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
