import { schemaOf } from '../../src/core/contract/codec-schema'
import { type ContractField, fieldsOf } from '../support/contract-fields'
import { type Fixture, isSample } from '../support/fixtures'

/** A documented field, with the field of the contract that decodes it. */
export interface DocumentedFieldOfContract {
  readonly path: string
  /** Such as `Long (table)` and `number in sample`. */
  readonly types: readonly string[]
  readonly field: ContractField | undefined
  readonly required: boolean
  readonly why: string
}

/** Exceptions to the rule "in the table and in every sample of its parent". */
const exceptions: readonly {
  /** Any operation when it is undefined. */
  readonly operation?: RegExp
  readonly path: RegExp
  readonly required: boolean
  readonly why: string
}[] = [
  {
    path: /(^|\.)unlock_detail$/,
    required: false,
    why: 'omitted when the call has no codes',
  },
  {
    path: /^(\[\]\.status)?\[\]\.(code|value)$/,
    required: true,
    why: 'an element of a status has no meaning without a code and a value',
  },
  {
    path: /^records\[\]\.channel_id$/,
    required: false,
    why: 'only a lock for several doors has it, by the table',
  },
  {
    path: /time_schedule_info\.permanent$/,
    required: true,
    why: 'a validity period has no meaning without it',
  },
  {
    path: /time_schedule_info\.(effective_time|expired_time|operate|schedule_details)$/,
    required: false,
    why: 'a user without an end has none of them, as other samples show',
  },
  {
    operation: /^doorLock\.getTemporaryPassword|door-lock\/temp-passwords?/,
    path: /^(\[\]\.)?delivery_status$/,
    required: false,
    why: 'only Zigbee locks have it, by the table',
  },
  {
    operation: /^doorLock\.loglatest$/,
    path: /^(currentUser|userId)$/,
    required: false,
    why: 'only some kinds of log entry have it, by the table',
  },
  {
    operation: /temppwd\.list$/,
    path: /^\[\]\.scheduleDetails$/,
    required: false,
    why: 'a password that is always valid has none, because it is created with an empty one',
  },
  // No table describes the following answers; they have no meaning without these fields.
  {
    operation: /member\.count$/,
    path: /^(familyUser|panelUser)$/,
    required: true,
    why: 'the answer has no other count',
  },
  {
    operation: /(user|opmode)\.add$/,
    path: /^(userId|opModeId)$/,
    required: true,
    why: 'the identifier of the created object',
  },
  {
    operation: /member\.detail$/,
    path: /^unlockDetail\[\]\.(dpId|unlockList(\[\]\.(unlockId|opModeId))?)$/,
    required: true,
    why: 'identifiers, and the list that holds them',
  },
  {
    operation: /unlock\.assignlist$/,
    path: /^\[\]\.(opmode|unlockInfo(\[\]\.unlockId)?)$/,
    required: true,
    why: 'identifiers, and the list that holds them',
  },
  {
    operation: /(history|alarm)\.list$/,
    path: /^datas\[\]\.(uuid|dps|gmtCreate)$/,
    required: true,
    why: 'a record states an event and its time',
  },
  {
    operation: /offlinepwd\./,
    path: /^(\[\]\.pwdId|pwdId|pwd)$/,
    required: true,
    why: 'the identifier of a password, and the password itself',
  },
]

/** Every documented field of an answer, and whether the rule requires it. */
export const documentedFields = (
  { operation, documented, response }: Fixture,
  result: unknown,
): readonly DocumentedFieldOfContract[] => {
  const fields = fieldsOf(result)
  const rows = rowsOf(result)
  const hasSample = isSample(response) && hasSampledResult(response.repaired)
  // The keys of data points are codes, not fields.
  const described = documented.result.filter(({ path }) => path !== '$' && !path.includes('<'))
  return described.map(({ path, types, required = false }) => {
    // Some documents describe a page as a list without a page, such as doorLock.listUsers.
    const names = rows === undefined ? [path] : [path, rows + path]
    const field = fields.find(({ path: known, aliases }) =>
      [known, ...aliases].some((name) => names.includes(name)),
    )
    if (path === rows) return { path, types, field, required: true, why: 'the rows of a page' }
    const exception = exceptions.find(
      (known) => known.path.test(path) && (known.operation?.test(operation) ?? true),
    )
    if (exception !== undefined)
      return { path, types, field, required: exception.required, why: exception.why }
    if (field !== undefined && field.aliases.length > 0) {
      const spellings = described.filter((row) => [field.path, ...field.aliases].includes(row.path))
      const allTypes = spellings.flatMap((row) => row.types)
      return {
        path,
        types,
        field,
        required:
          allTypes.some((type) => type.includes('table')) &&
          allTypes.some((type) => type.includes('sample')),
        why: 'in the table under one name, in the sample under another',
      }
    }
    const why = hasSample ? 'in the table and in the sample' : 'an identifier'
    return { path, types, field, required, why }
  })
}

/** The field with the rows when the codec is the codec of a page. */
const rowsOf = (codec: unknown): string | undefined => {
  const node = schemaOf(codec)
  return node?._tag === 'record' ? node.rows : undefined
}

const hasSampledResult = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && (!('result' in answer) || answer.result !== null)
