/** As the method of ES2019, which the phones of WeChat's oldest base library lack. */
export const flatMap = <A, B>(
  items: readonly A[],
  map: (item: A) => B | readonly B[],
): readonly B[] => ([] as B[]).concat(...items.map((item) => map(item) as B | B[]))
