import type { Action, Family, LockType, Safety } from '../../src/core/action'
import { type JsonSchema, jsonSchemaOf } from '../../src/tools/json-schema'

/** An action for machines. */
export interface RegistryEntry {
  readonly name: string
  readonly family: Family
  readonly safety: Safety
  readonly locks: readonly LockType[]
  readonly version?: string
  readonly params: JsonSchema
  readonly result: JsonSchema
}

export const registryEntry = (action: Action): RegistryEntry => {
  const { name, family, safety, locks, version, params, result } = action
  return {
    name,
    family,
    safety,
    locks,
    ...(version !== undefined && { version }),
    params: jsonSchemaOf(params),
    result: jsonSchemaOf(result),
  }
}
