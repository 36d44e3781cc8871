import type fc from 'fast-check'
import { isSdkError } from '../../src/core/errors/sdk-error'

/** One place where values from outside enter. */
export interface Target {
  readonly name: string
  /** How often it is chosen, beside the others. */
  readonly weight: number
  readonly inputs: fc.Arbitrary<unknown>
  /** Throws if the package treats the input wrongly. */
  readonly run: (input: never) => unknown
}

/** Checks the type of `run` against the inputs. */
export const target = <Input>(
  name: string,
  weight: number,
  inputs: fc.Arbitrary<Input>,
  run: (input: Input) => unknown,
): Target => ({ name, weight, inputs, run })

/** A message is for a log. */
const MAX_MESSAGE = 20_000

/** The package may fail with its own errors only. */
export const settles = async (call: () => Promise<unknown>): Promise<void> => {
  try {
    await call()
  } catch (error) {
    assertOwn(error)
  }
}

export const assertOwn = (error: unknown): void => {
  if (!isSdkError(error)) throw error
  if (error.message.length > MAX_MESSAGE) throw new Error('the message is too long')
  JSON.stringify(error)
}
