import { schemaOf } from '../../src/core/contract/codec-schema'
import { type ContractField, fieldsOf } from '../support/contract-fields'
import { type Fixture, isSample } from '../support/fixtures'

/** A field of the documents beside the field of the contract that stands for it. */
export interface DocumentedFieldOfContract {
  readonly path: string
  /** Such as `Long (table)` and `number in sample`. */
  readonly types: readonly string[]
  readonly field: ContractField | undefined
  readonly required: boolean
  readonly why: string
}

/** Where a contract knows better than the rule "in the table and in every sample of its parent". */
const exceptions: readonly {
  /** Of any operation, where it is not said. */
  readonly operation?: RegExp
  readonly path: RegExp
  readonly required: boolean
  readonly why: string
}[] = [
  {
    path: /(^|\.)unlock_detail$/,
    required: false,
    why: 'left out where the call names no codes',
  },
  {
    path: /^(\[\]\.status)?\[\]\.(code|value)$/,
    required: true,
    why: 'an element of a status without a code or a value says nothing',
  },
  {
    path: /^records\[\]\.channel_id$/,
    required: false,
    why: 'only a lock for several doors has it, by the table',
  },
  {
    path: /time_schedule_info\.permanent$/,
    required: true,
    why: 'a validity period that does not say it says nothing',
  },
  {
    path: /time_schedule_info\.(effective_time|expired_time|operate|schedule_details)$/,
    required: false,
    why: 'a user without an end has none of them, as other samples show',
  },
  {
    operation: /^doorLock\.getTemporaryPassword/,
    path: /^(\[\]\.)?delivery_status$/,
    required: false,
    why: 'asked of Zigbee locks only, by the table',
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
    why: 'a password that is always valid has none: it is made with an empty one',
  },
  // No table describes the answers from here on; without these fields they would say nothing.
  {
    operation: /member\.count$/,
    path: /^(familyUser|panelUser)$/,
    required: true,
    why: 'there is nothing else to count',
  },
  {
    operation: /(user|opmode)\.add$/,
    path: /^(userId|opModeId)$/,
    required: true,
    why: 'the identifier of what was made',
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
    why: 'a record says what happened and when',
  },
  {
    operation: /offlinepwd\./,
    path: /^(\[\]\.pwdId|pwdId|pwd)$/,
    required: true,
    why: 'the identifier of a password, and what was asked for',
  },
]

/** Every documented field of an answer, with what the rule asks of it. */
export const documentedFields = (
  { operation, documented, response }: Fixture,
  result: unknown,
): readonly DocumentedFieldOfContract[] => {
  const fields = fieldsOf(result)
  const rows = rowsOf(result)
  const hasSample = isSample(response) && sampledSomething(response.repaired)
  // The keys of data points are codes, and no fields.
  const described = documented.result.filter(({ path }) => path !== '$' && !path.includes('<'))
  return described.map(({ path, types, required = false }) => {
    // A page is documented as a bare list in places, such as doorLock.listUsers.
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

/** The field that holds the rows, where the codec is that of a page. */
const rowsOf = (codec: unknown): string | undefined => {
  const node = schemaOf(codec)
  return node?._tag === 'record' ? node.rows : undefined
}

const sampledSomething = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && (!('result' in answer) || answer.result !== null)
