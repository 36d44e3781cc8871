import { END_MS, FIRST_MS } from '../../actions/shared/epoch'
import { acceptsEmptyText } from '../../actions/shared/missing'
import type { CodecSchemaOf } from '../../src/core/contract/codec-schema'
import type { Helper, ReadCode, ReaderWriter } from './read-code'

const isText = (variable: string) => `typeof ${variable} === 'string'`
const isTextWithContent = (variable: string) => `${isText(variable)} && ${variable} !== ''`

/** The code of a value that a function of the vocabulary converts. */
const converted = (writer: ReaderWriter, name: Helper): Required<Omit<ReadCode, 'isInShape'>> => {
  const reader = writer.helper(name)
  return { reader, decoded: (value) => `${reader}(${value})` }
}

export const idCode = (writer: ReaderWriter): ReadCode => ({
  isInShape: isTextWithContent,
  ...converted(writer, 'toId'),
})

/** A text with content is converted as an identifier: a number that is no integer is left to the codec. */
export const textCode = (writer: ReaderWriter, isEmptyAccepted: boolean): ReadCode =>
  isEmptyAccepted ? { isInShape: isText, ...converted(writer, 'toText') } : idCode(writer)

export const intCode = (
  writer: ReaderWriter,
  { min, max }: Pick<CodecSchemaOf<'int'>, 'min' | 'max'>,
): ReadCode => {
  const bounds = [
    ...(min > Number.MIN_SAFE_INTEGER ? [`>= ${min}`] : []),
    ...(max < Number.MAX_SAFE_INTEGER ? [`<= ${max}`] : []),
  ]
  const isInShape = (variable: string) =>
    `${writer.helper('isInteger')}(${variable})${bounds.map((bound) => ` && ${variable} ${bound}`).join('')}`
  // Text with bounds is rare, and left to the codec.
  return bounds.length === 0 ? { isInShape, ...converted(writer, 'toInt') } : { isInShape }
}

export const epochCode = (
  writer: ReaderWriter,
  { unit }: Pick<CodecSchemaOf<'epoch'>, 'unit'>,
): ReadCode => {
  const isSeconds = unit === 'seconds'
  return {
    isInShape: (variable) =>
      `${writer.helper('isInteger')}(${variable}) && ${
        isSeconds
          ? `${variable} >= 0 && ${variable} < ${FIRST_MS}`
          : `${variable} < ${END_MS} && (${variable} >= ${FIRST_MS} || ${variable} >= 0 && ${variable} < ${FIRST_MS / 1000})`
      }`,
    ...converted(writer, isSeconds ? 'toSeconds' : 'toMs'),
  }
}

export const flagCode = (
  writer: ReaderWriter,
  { wireType }: Pick<CodecSchemaOf<'flag'>, 'wireType'>,
): ReadCode => {
  const { reader, decoded } = converted(writer, 'toFlag')
  return {
    isInShape: (variable) => `${variable} === true || ${variable} === false`,
    reader,
    // The documented form of these needs no call.
    decoded:
      wireType === 'Integer'
        ? (variable) =>
            `${variable} === 1 ? true : ${variable} === 0 ? false : ${decoded(variable)}`
        : decoded,
  }
}

export const oneOfCode = (writer: ReaderWriter, schema: CodecSchemaOf<'oneOf'>): ReadCode =>
  typeof schema.values[0] === 'string'
    ? textCode(writer, acceptsEmptyText(schema))
    : intCode(writer, { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })

/** NaN differs from itself, so the codec copies what holds it. No JSON has it. */
export const jsonCode: ReadCode = {
  isInShape: (variable) => `${variable} !== undefined && ${variable} === ${variable}`,
}

export const emptyTextCode: ReadCode = { isInShape: (variable) => `${variable} === ''` }

export const csvCode = (writer: ReaderWriter, { min }: CodecSchemaOf<'csv'>): ReadCode =>
  min === 0
    ? converted(writer, 'toCsv')
    : { decoded: (value) => `${writer.helper('toCsv')}(${value}) || ${writer.helper('giveUp')}()` }

export const dpsCode = (writer: ReaderWriter): ReadCode => converted(writer, 'toDps')
