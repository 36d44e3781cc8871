import type { LockType } from '../../../src/core/action'
import { lockSupportOf, lockTypes } from '../../../src/core/supports-lock-type'
import type { Chrome } from './chrome'
import { page, table } from './markdown'
import { families, linkTo, type Operations } from './operation'

/** The operations that each lock type has. `any` is an unknown type, which has them all. */
export const lockTypePage = ({ all }: Operations, chrome: Chrome): string => {
  const { byLockType, columns } = chrome
  const types = (lockTypes as readonly LockType[]).filter((type) => type !== 'any')
  return page(byLockType.title, [
    byLockType.text,
    ...types.flatMap((type) => [
      `## ${chrome.lockTypes[type]}`,
      table(
        [columns.families, columns.operations],
        families.map((family) => [
          chrome.families[family],
          all
            .filter(({ action }) => action.family === family)
            .flatMap((operation) => {
              const support = lockSupportOf(operation.action, type)
              if (support === 'none') return []
              const to = linkTo(operation, '')
              return [support === 'reported' ? `*${to}*` : to]
            })
            .join(chrome.comma),
        ]),
      ),
    ]),
  ])
}
