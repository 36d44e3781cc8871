import type { Description } from './description'
import { kebabCase } from './kebab-case'

/** The check of a parameter in the simulator. */
const checkOf = (value: unknown): { readonly text: string; readonly name: string } => {
  if (typeof value === 'string') return { text: 'name', name: 'name' }
  if (typeof value === 'boolean') return { text: 'boolean', name: 'boolean' }
  return Number.isInteger(value)
    ? { text: 'integer()', name: 'integer' }
    : { text: 'anything', name: 'anything' }
}

/** The operation of the simulator: it answers with the sample until a person writes what the lock does. */
export const simulatorFile = ({ as, group, params, result }: Description): string => {
  const checks = Object.entries(params).map(([name, value]) => [name, checkOf(value)] as const)
  const names = [...new Set(checks.map(([, { name }]) => name))].sort()
  const fields = checks.map(([name, { text }]) => `${name}: ${text}`).join(', ')
  const isOfLock = 'device_id' in params
  const sample = JSON.stringify(result)
  return `import { ${as} } from '../../../../actions/open-api/${group}/${kebabCase(as)}'
import { ${names.join(', ')} } from '../../../checks/values'
${isOfLock ? "import { lockFor } from '../../../world/lock-for'\n" : ''}import { operation } from '../../operation'

/** Answers with the sample. */
export const ${as}Operation = operation(${as}, {
  params: { ${fields} },
  handle: (${isOfLock ? '{ world }, { device_id }' : ''}) => {
    ${isOfLock ? `lockFor(${as}, world, device_id)` : ''}
    return ${sample}
  },
})
`
}
