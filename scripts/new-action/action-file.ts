import { codecOf, fieldsSource } from './contract-source'
import type { Description } from './description'

const list = (values: readonly string[]): string =>
  `[${values.map((value) => `'${value}'`).join(', ')}]`

/** The file of the action; a formatter breaks its lines. */
export const actionFile = (description: Description): string => {
  const { name, as, summary, safety, locks, check, source, params, optionalParams } = description
  const required = fieldsSource(params)
  const optional = optionalParams && fieldsSource(optionalParams)
  const result = codecOf('result', description.result)
  const imports = ['params', ...required.imports, ...(optional?.imports ?? []), ...result.imports]
  return `import { defineAction } from '../../../src/core/action'
import { ${[...new Set(imports)].sort().join(', ')} } from '../../shared'

/**
 * ${summary}
 *
 * Confidence ${source.confidence} (${source.seen.join(', ')}): the contract is that of one sample.
 */
export const ${as} = defineAction({
  name: '${name}',
  family: 'open-api',
  safety: '${safety}',${check === undefined ? '' : `\n  check: '${check}',`}
  locks: ${list(locks)},
  params: params({ required: ${required.text}${optional ? `, optional: ${optional.text}` : ''} }),
  result: ${result.text},
})
`
}
