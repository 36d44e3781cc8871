/** `Array.prototype.flatMap`, which phones with WeChat's oldest supported base library lack. */
export const flatMap = <A, B>(
  items: readonly A[],
  map: (item: A) => B | readonly B[],
): readonly B[] => ([] as B[]).concat(...items.map((item) => map(item) as B | B[]))
