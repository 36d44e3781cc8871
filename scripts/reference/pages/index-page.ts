import type { Chrome } from './chrome'
import { code, page, prose, table } from './markdown'
import { families, linkTo, type Operations, summaryOf } from './operation'

/** Every operation, by family. */
export const indexPage = ({ all }: Operations, chrome: Chrome): string => {
  const { index, columns } = chrome
  return page(index.title, [
    index.text,
    ...families.flatMap((family) => [
      // The name of the family is the anchor in every language.
      `## ${chrome.families[family]} {#${family}}`,
      table(
        [columns.operation, columns.does, columns.class],
        all
          .filter(({ action }) => action.family === family)
          .map((operation) => [
            linkTo(operation, ''),
            prose(summaryOf(operation)),
            code(operation.action.safety),
          ]),
      ),
    ]),
  ])
}
