import { type CodeRow, everyCode } from '../../../command-line/codes'
import { statuses } from '../../../gateway/refusal'
import { containerCode } from '../../../src/core/errors/container-codes'
import type { GatewayCode } from '../../../src/core/errors/gateway-codes'
import type { ErrorKind } from '../../../src/core/errors/sdk-error'
import { vendorCode } from '../../../src/core/errors/vendor-codes'
import { en } from '../../../src/entries/words/en'
import { zh } from '../../../src/entries/words/zh'
import { problemsByReason } from '../../../src/words/problem-of-reason'
import { wordsFor } from '../../../src/words/words'
import type { Chrome, Variant } from './chrome'
import { readGatewayCauses } from './gateway-causes'
import { code, link, page, prose, table } from './markdown'

/** The fields of an error that decide what to tell the person. */
interface Example {
  readonly kind: ErrorKind
  readonly variant?: Variant
  readonly fields?: Readonly<Record<string, unknown>>
}

const unsent = { delivery: 'not-sent' } as const
const unknown = { delivery: 'unknown' } as const

/** Every kind but those with codes and reasons, which have tables of their own. */
const examples: readonly Example[] = [
  { kind: 'params' },
  { kind: 'unsupported' },
  { kind: 'transport', variant: 'notSent', fields: unsent },
  { kind: 'transport', variant: 'permanent', fields: { ...unsent, isPermanent: true } },
  { kind: 'transport', variant: 'unknownDelivery', fields: unknown },
  { kind: 'transport', variant: 'tooMany', fields: { ...unknown, statusCode: 429 } },
  { kind: 'transport', variant: 'refusedByServer', fields: { ...unknown, statusCode: 403 } },
  { kind: 'timeout', variant: 'notSent', fields: unsent },
  { kind: 'timeout', variant: 'unknownDelivery', fields: unknown },
  { kind: 'response' },
  { kind: 'outcome-unknown', variant: 'lost', fields: { causeKind: 'timeout' } },
  { kind: 'outcome-unknown', variant: 'unconfirmed', fields: { causeKind: 'unconfirmed' } },
  { kind: 'outcome-unknown', variant: 'notSeenYet', fields: { causeKind: 'not-seen-yet' } },
  { kind: 'cancelled', variant: 'notSent', fields: unsent },
  { kind: 'cancelled', variant: 'unknownDelivery', fields: unknown },
]

/** What to tell the person, in both languages: two cells. */
const tell = (error: unknown): readonly string[] =>
  [en, zh].map((language) => {
    const { title, advice } = wordsFor(language).error(error)
    return language === en ? `${title}. ${advice}` : `${title}。${advice}`
  })

/** Every kind of error, every code and every reason. */
export const errorPage = (chrome: Chrome): string => {
  const { columns, errors, errorTexts, kinds, variants } = chrome
  const told = [columns.tellInEnglish, columns.tellInChinese]
  const kindLink = (kind: ErrorKind) => link(code(kind), `../guide/errors.md#${kind}`)
  const codeRows = everyCode()
  const codeTable = (rows: readonly CodeRow[], meaningOf: (row: CodeRow) => object) =>
    table(
      [columns.code, columns.codeClass, columns.meaning, columns.advice, ...told],
      rows.map((row) => [
        code(String(row.code)),
        code(row.class),
        prose(errorTexts.meaning(row.meaning)),
        prose(errorTexts.advice(row.advice)),
        ...tell(meaningOf(row)),
      ]),
    )
  const ofCloud = (row: CodeRow) => {
    const [family] = row.families
    return { kind: 'vendor', code: row.code, ...vendorCode(family, row.code) }
  }
  return page(errors.title, [
    errors.text,
    table(
      [columns.kind, columns.cause, ...told],
      examples.map(({ kind, variant, fields }) => [
        kindLink(kind),
        [kinds[kind], variant && variants[variant]].filter(Boolean).join(chrome.semicolon),
        ...tell({ kind, ...fields }),
      ]),
    ),
    `## ${chrome.vendorCodes.title}`,
    kindLink('vendor') + chrome.colon + kinds.vendor,
    chrome.vendorCodes.text,
    codeTable(
      codeRows.filter((row) => row.of === 'cloud'),
      ofCloud,
    ),
    `## ${chrome.gatewayCodes.title}`,
    chrome.gatewayCodes.text,
    gatewayTable(chrome),
    `## ${chrome.containerCodes.title}`,
    chrome.containerCodes.text,
    codeTable(
      codeRows.filter((row) => row.of === 'container'),
      ofContainer,
    ),
    `## ${chrome.lockReasons.title}`,
    kindLink('lock') + chrome.colon + kinds.lock,
    chrome.lockReasons.text,
    table(
      [columns.flow, columns.reason, ...told],
      Object.entries(problemsByReason).flatMap(([flow, reasons]) =>
        Object.keys(reasons).map((reason) => [
          code(flow),
          code(reason),
          ...tell({ kind: 'lock', action: flow, reason }),
        ]),
      ),
    ),
  ])
}

/** A container that lost a call is a transport error; one that refused is a vendor error. */
const ofContainer = (row: CodeRow): object => {
  const known = containerCode(row.code)
  return known?.class === 'lost'
    ? { kind: 'transport', delivery: 'unknown' }
    : { kind: 'vendor', code: row.code, meaning: known?.meaning, class: 'permanent' }
}

const gatewayCodes = Object.keys(statuses) as readonly GatewayCode[]

const gatewayTable = ({ columns, errorTexts }: Chrome): string => {
  const causes = readGatewayCauses()
  return table(
    [columns.code, columns.status, columns.cause, columns.tellInEnglish, columns.tellInChinese],
    gatewayCodes.map((name) => [
      code(name),
      String(statuses[name]),
      prose(errorTexts.gatewayCause(name, causes.get(name) ?? '')),
      ...tell(errorOf(name)),
    ]),
  )
}

/** For a command, a status of 504 without a code of the cloud is an unknown outcome. */
const errorOf = (name: string): object =>
  name === 'GATEWAY_OUTCOME_UNKNOWN'
    ? { kind: 'outcome-unknown', causeKind: 'vendor' }
    : { kind: 'vendor', code: name, ...vendorCode('mini-program', name) }
