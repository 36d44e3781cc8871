import { join } from 'node:path'
import ts from 'typescript'
import { compilerOptions, root } from './virtual-program'

/** The language service of an editor for one file of an app; a mark is a comment, and a place in it. */
export interface Editor {
  /** The documentation of the name after the place. */
  readonly hoverText: (mark: string) => string
  /** The names that the editor offers at the place. */
  readonly completions: (mark: string) => readonly string[]
}

/** The files that all editors have open, parsed once. */
const documents = ts.createDocumentRegistry()
let opened = 0

export const openInEditor = (text: string): Editor => {
  // Of its own: the registry has one text for each path.
  const path = join(root, `test/support/app-${opened++}.virtual.ts`)
  const options = compilerOptions()
  const host: ts.LanguageServiceHost = {
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = name === path ? text : ts.sys.readFile(name)
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === path || ts.sys.fileExists(name),
  }
  const service = ts.createLanguageService(host, documents)
  const placeOf = (mark: string): number => {
    const at = text.indexOf(mark)
    if (at < 0) throw new RangeError(`the file has no mark ${mark}`)
    return at + mark.length
  }
  return {
    hoverText: (mark) =>
      ts.displayPartsToString(service.getQuickInfoAtPosition(path, placeOf(mark))?.documentation),
    completions: (mark) =>
      service.getCompletionsAtPosition(path, placeOf(mark), {})?.entries.map(({ name }) => name) ??
      [],
  }
}
