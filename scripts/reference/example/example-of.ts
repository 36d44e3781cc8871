import { fieldsOf, typeOf } from '../../../command-line/contract/fields'
import type { Action } from '../../../src/core/action'
import { decryptPassword, decryptTicketKey } from '../../../src/crypto/ticket-crypto'
import { type EarlierCall, recordExample } from './record-calls'
import { type Expressions, seedExpressions, writeValue } from './write-value'

/**
 * A call of an action against the simulator, from the parameters that the tests call it with. It runs after the setup of the
 * guide.
 */
export const exampleOf = (action: Action): string => {
  const { params, earlier, accessKey } = recordExample(action)
  const lines: string[] = []
  const expressions = new Map(seedExpressions)

  const used = earlier.filter((call, index) =>
    isUsed(call, [params, ...earlier.slice(index + 1).map((later) => later.params)], accessKey),
  )
  for (const call of used) {
    const variable = variableOf(call.name)
    lines.push(`const ${variable} = ${requestOf(call.name, call.params, expressions)}`)
    for (const [path, text] of textsIn(call.result)) expressions.set(text, `${variable}.${path}`)
    const pin = pinOf(call, params, accessKey)
    if (pin !== undefined) {
      lines.push(
        'const cipher = passwordCipher({ accessKey: simulator.accessKey })',
        `const password = await cipher.encrypt(${variable}, '${pin.digits}')`,
      )
      expressions.set(pin.encrypted, 'password')
    }
  }
  lines.push(...callLines(action, params, expressions))
  return lines.join('\n')
}

/** A result with a secret is not printed as a whole. */
const callLines = (
  action: Action,
  params: unknown,
  expressions: Expressions,
): readonly string[] => {
  const request = requestOf(action.name, params, expressions)
  if (typeOf(action.result) === 'nothing') return [request]
  const hasSecret = [{ path: '', type: typeOf(action.result) }, ...fieldsOf(action.result)].some(
    ({ type }) => type.endsWith(', secret'),
  )
  return [
    `const result = ${request}`,
    hasSecret ? 'console.log(Object.keys(result))' : 'console.log(result)',
  ]
}

/** `const result = await panel.apiRequest('', )` */
const APART_FROM_NAME = 42

const requestOf = (name: string, params: unknown, expressions: Expressions): string => {
  const written = writeValue(params, expressions, '', name.length + APART_FROM_NAME)
  return `await panel.apiRequest('${name}'${written === '{}' ? '' : `, ${written}`})`
}

/** `issuedConfig` for `doorLock.getIssuedConfig`, `userAdd` for `m.smart.scale.history.user.add`. */
const variableOf = (name: string): string => {
  const parts = name.split('.').slice(name.startsWith('doorLock.') ? -1 : -2)
  const words = parts.map((part, index) => (index === 0 ? part : capitalised(part))).join('')
  const noun = words.replace(/^(get|create)(?=[A-Z])/, '')
  return noun.charAt(0).toLowerCase() + noun.slice(1)
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The texts of an answer, by their path. Short texts such as numbers of users would stand for other values too. */
const textsIn = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return value.length >= 4 ? [[path, value]] : []
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([name, field]) =>
    textsIn(field, path === '' ? name : `${path}.${name}`),
  )
}

const isUsed = (call: EarlierCall, later: readonly unknown[], accessKey: string): boolean => {
  const text = JSON.stringify(later)
  return (
    textsIn(call.result).some(([, one]) => text.includes(JSON.stringify(one))) ||
    later.some((params) => pinOf(call, params, accessKey) !== undefined)
  )
}

/** The PIN of a call, if it is encrypted with the key of this ticket. */
const pinOf = (
  { result }: EarlierCall,
  params: unknown,
  accessKey: string,
): { readonly encrypted: string; readonly digits: string } | undefined => {
  const { ticket_key } = Object(result) as { readonly ticket_key?: string }
  const { password } = Object(params) as { readonly password?: string }
  if (ticket_key === undefined || password === undefined) return undefined
  const key = decryptTicketKey(ticket_key, accessKey)
  const digits = key === undefined ? undefined : decryptPassword(password, key)
  return digits !== undefined && /^\d+$/.test(digits) ? { encrypted: password, digits } : undefined
}
