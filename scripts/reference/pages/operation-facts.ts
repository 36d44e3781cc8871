import type { ReferenceSource } from '../../../command-line/reference'
import { retriesOf } from '../../../command-line/retries'
import type { Action, LockType } from '../../../src/core/action'
import type { Chrome } from './chrome'
import { code, link, table } from './markdown'
import { linkTo, type Operation, type Operations, toReference } from './operation'

/** The family, the safety class, the lock types, the version and the source of an operation. */
export const facts = (
  { action, entry }: Operation,
  operations: Operations,
  chrome: Chrome,
): string => {
  const { family, safety, version } = action
  const { facts: names } = chrome
  return table(
    ['', ''],
    [
      [names.family, link(chrome.families[family], `${toReference}index.md#${family}`)],
      [names.class, code(safety) + chrome.colon + retries(action, operations, chrome)],
      [names.locks, locks(action, chrome)],
      ...(version === undefined ? [] : [[names.version, versions(action, chrome)]]),
      ...(entry.source === undefined ? [] : [[names.source, sourceOf(entry.source, chrome)]]),
    ],
  )
}

const retries = (action: Action, { find }: Operations, chrome: Chrome): string =>
  retriesOf(
    {
      ...action,
      ...(action.ticket !== undefined && { ticket: code(action.ticket) }),
      ...(action.check !== undefined && { check: linkTo(find(action.check), toReference) }),
    },
    chrome.retries,
  )

const locks = ({ locks: documented, reportedLocks = [] }: Operation['action'], chrome: Chrome) => {
  const namesOf = (types: readonly LockType[]) =>
    types.map((type) => chrome.lockTypes[type]).join(chrome.comma)
  return [
    namesOf(documented),
    ...(reportedLocks.length === 0 ? [] : [chrome.reported(namesOf(reportedLocks))]),
  ].join(chrome.semicolon)
}

const versions = ({ version = '', versions: others = {} }: Operation['action'], chrome: Chrome) =>
  [
    version,
    ...Object.entries(others).map(([type, other]) =>
      chrome.otherVersion(other, chrome.lockTypes[type as LockType]),
    ),
  ].join(chrome.semicolon)

const sourceOf = (source: ReferenceSource, chrome: Chrome): string => {
  if ('document' in source) return chrome.document(source.document, ...source.lines)
  const { confidence, seen, pages = [], projects = [] } = source
  const places = [
    ...seen.map((kind) => chrome.seen[kind]),
    ...projects.map(code),
    ...pages.map((url) => `<${url}>`),
  ]
  return `${chrome.confidence[confidence]}${chrome.retries.between}${chrome.seenIn(places.join(chrome.comma))}`
}
