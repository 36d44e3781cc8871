import { codes } from '../../../simulator/refusal'
import type { ErrorKind } from '../../../src/core/errors/sdk-error'
import { vendorCode } from '../../../src/core/errors/vendor-codes'
import type { Chrome } from './chrome'
import { code, link, prose, table } from './markdown'
import type { Operation } from './operation'

/** The kinds of errors of an operation, and the codes with which the simulated cloud refuses it. */
export const failures = ({ action, refusals }: Operation, chrome: Chrome): readonly string[] => {
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
              return [
                code(String(codes[reason])),
                prose(chrome.errorTexts.refusal(reason)),
                code(known.class),
                chrome.errorTexts.advice(known.advice),
              ]
            }),
          ),
        ]),
  ]
}
