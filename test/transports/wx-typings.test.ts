import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { root } from '../support/virtual-program'

/** A program of its own: WeChat's typings declare `console` and `require` anew, which Node's types refuse. */
const program = (): ts.Program => {
  const folder = join(root, 'test/typings')
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile)
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  return ts.createProgram(fileNames, options)
}

it("takes WeChat's own wx, as its typings describe it", () => {
  const compiled = program()
  const typings = /miniprogram-api-typings\/.*lib\.wx\.api\.d\.ts$/
  expect(compiled.getSourceFiles().some(({ fileName }) => typings.test(fileName))).toBe(true)
  const messages = ts
    .getPreEmitDiagnostics(compiled)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  expect(messages).toEqual([])
})
