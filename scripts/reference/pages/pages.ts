import type { Chrome } from './chrome'
import { english } from './chrome-en'
import { chinese } from './chrome-zh'
import { errorPage } from './error-page'
import { indexPage } from './index-page'
import { lockTypePage } from './lock-type-page'
import { type Operations, readOperations } from './operation'
import { operationPage } from './operation-page'
import { taskPage } from './task-page'

/** Every page of the reference in both languages, by its path in the repository. */
export const referencePages = (
  operations: Operations = readOperations(),
): ReadonlyMap<string, string> =>
  new Map([...pagesOf(operations, english), ...pagesOf(operations, chinese)])

const pagesOf = (
  operations: Operations,
  chrome: Chrome,
): readonly (readonly [string, string])[] => {
  const folder = `${chrome.docs}/reference`
  return [
    [`${folder}/index.md`, indexPage(operations, chrome)],
    [`${folder}/by-task.md`, taskPage(operations, chrome)],
    [`${folder}/by-lock-type.md`, lockTypePage(operations, chrome)],
    [`${folder}/errors.md`, errorPage(chrome)],
    ...operations.all.map(
      (operation) =>
        [
          `${folder}/${operation.action.family}/${operation.file}.md`,
          operationPage(operation, operations, chrome),
        ] as const,
    ),
  ]
}
