/**
 * `Array.prototype.flatMap`, which phones with WeChat's oldest supported base library lack. A list of an answer may have
 * 100,000 items, which do not fit on the stack as arguments of `concat` or `push`.
 */
export const flatMap = <A, B>(
  items: readonly A[],
  map: (item: A) => B | readonly B[],
): readonly B[] => {
  const all: B[] = []
  for (const item of items) {
    const mapped = map(item)
    if (Array.isArray(mapped)) for (const one of mapped as readonly B[]) all.push(one)
    else all.push(mapped as B)
  }
  return all
}
