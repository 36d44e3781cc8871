import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ReferenceSource } from '../../../command-line/reference'
import { retriesOf } from '../../../command-line/retries'
import { codes } from '../../../simulator/refusal'
import type { Action, LockType } from '../../../src/core/action'
import type { ErrorKind } from '../../../src/core/errors/sdk-error'
import { vendorCode } from '../../../src/core/errors/vendor-codes'
import type { Chrome } from './chrome'
import { contractTables, typeText } from './contract-table'
import { code, link, page, prose, table } from './markdown'
import { linkTo, type Operation, type Operations } from './operation'

const root = join(__dirname, '../../..')
/** From the page of an operation to the folder of the reference. */
const base = '../'

/** The page of one operation. */
export const operationPage = (
  operation: Operation,
  operations: Operations,
  chrome: Chrome,
): string => {
  const { action, entry } = operation
  const { notes } = entry
  const result = contractTables({ codec: action.result, root: 'result', notes }, chrome)
  return page(code(action.name), [
    prose(entry.description),
    facts(operation, operations, chrome),
    `## ${chrome.parameters}`,
    contractTables({ codec: action.params, root: 'params', notes }, chrome),
    `## ${chrome.result}`,
    `${typeText(action.result, chrome)}`,
    result,
    result && chrome.presenceText,
    `## ${chrome.example.title}`,
    chrome.example.text,
    `\`\`\`ts run\n${operation.example}\n\`\`\``,
    `## ${chrome.usedBy.title}`,
    ...usedBy(operation, operations, chrome),
    `## ${chrome.twins.title}`,
    ...twins(operation, operations, chrome),
    `## ${chrome.failures.title}`,
    ...failures(operation, chrome),
    ...(entry.contradictions === undefined
      ? []
      : [`## ${chrome.contradictions}`, prose(entry.contradictions)]),
  ])
}

const facts = ({ action, entry }: Operation, operations: Operations, chrome: Chrome): string => {
  const { family, safety, version } = action
  const { facts: names } = chrome
  return table(
    ['', ''],
    [
      [names.family, link(chrome.families[family], `${base}index.md#${family}`)],
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
      ...(action.check !== undefined && { check: linkTo(find(action.check), base) }),
    },
    chrome.retries,
  )

const locks = ({ locks: documented, reportedLocks = [] }: Operation['action'], chrome: Chrome) => {
  const namesOf = (types: readonly LockType[]) =>
    types.map((type) => chrome.lockTypes[type]).join(chrome.comma)
  return [
    namesOf(documented),
    ...(reportedLocks.length === 0 ? [] : [chrome.reported(namesOf(reportedLocks))]),
  ].join('; ')
}

const versions = ({ version = '', versions: others = {} }: Operation['action'], chrome: Chrome) =>
  [
    version,
    ...Object.entries(others).map(([type, other]) =>
      chrome.otherVersion(other, chrome.lockTypes[type as LockType]),
    ),
  ].join('; ')

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

/** A flow has a page in the guide, or is named only. */
const flowLink = (flow: string, { docs }: Chrome): string =>
  existsSync(join(root, docs, `guide/${flow}.md`))
    ? link(flow, `../../guide/${flow}.md`)
    : code(`lockpanel/flows/${flow}`)

const usedBy = (
  { action, flows }: Operation,
  { find }: Operations,
  chrome: Chrome,
): readonly string[] => {
  const { twin } = action
  const carried = twin === undefined ? undefined : find(twin.of)
  const lines = [
    ...flows.map((flow) => `- ${flowLink(flow, chrome)}`),
    ...(carried?.flows ?? [])
      .filter((flow) => !flows.includes(flow))
      .map((flow) => {
        const name = carried === undefined ? '' : linkTo(carried, base)
        return `- ${flowLink(flow, chrome)}, ${chrome.usedBy.inPlaceOf(name)}`
      }),
  ]
  return lines.length === 0 ? [chrome.usedBy.none] : [lines.join('\n'), chrome.usedBy.text]
}

const twins = (
  { action, carriedBy, gateway }: Operation,
  { find }: Operations,
  { twins: words, comma }: Chrome,
): readonly string[] => {
  const linksTo = (names: readonly string[]) =>
    names.map((name) => linkTo(find(name), base)).join(comma)
  const lines = [
    ...(action.twin === undefined ? [] : [words.carries(linksTo([action.twin.of]))]),
    ...(carriedBy.length === 0 ? [] : [words.carriedBy(linksTo(carriedBy))]),
    ...(gateway.length === 0 ? [] : [words.gateway(linksTo(gateway))]),
  ]
  return lines.length === 0 ? [words.none] : lines
}

const failures = ({ action, refusals }: Operation, chrome: Chrome): readonly string[] => {
  const unreadable: ErrorKind = action.safety === 'once' ? 'outcome-unknown' : 'response'
  const kinds: readonly ErrorKind[] = [
    'params',
    'unsupported',
    'vendor',
    'transport',
    'timeout',
    unreadable,
    'cancelled',
  ]
  const { columns } = chrome
  return [
    chrome.failures.text,
    kinds
      .map(
        (kind) =>
          `- ${link(code(kind), `../../guide/errors.md#${kind}`)}${chrome.colon}${chrome.kinds[kind]}`,
      )
      .join('\n'),
    ...(refusals.length === 0
      ? []
      : [
          chrome.refusals,
          table(
            [columns.code, columns.cause, columns.codeClass, columns.advice],
            refusals.map((reason) => {
              const known = vendorCode(action.family, codes[reason])
              return [code(String(codes[reason])), prose(reason), code(known.class), known.advice]
            }),
          ),
        ]),
  ]
}
