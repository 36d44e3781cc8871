/** Gives each of the first a partner among the second, as many as possible; the partners are distinct. */
export const matchAll = <A, B>(
  first: readonly A[],
  second: readonly B[],
  mayPair: (one: A, other: B) => boolean,
): ReadonlyMap<A, B> => {
  const partnerOf = new Map<B, A>()
  const find = (one: A, tried: Set<B>): boolean =>
    second.some((other) => {
      if (tried.has(other) || !mayPair(one, other)) return false
      tried.add(other)
      const current = partnerOf.get(other)
      if (current !== undefined && !find(current, tried)) return false
      partnerOf.set(other, one)
      return true
    })
  for (const one of first) find(one, new Set())
  return new Map([...partnerOf].map(([other, one]) => [one, other]))
}
