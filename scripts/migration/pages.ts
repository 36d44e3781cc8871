import type { Chrome } from './chrome'
import { english } from './chrome-en'
import { chinese } from './chrome-zh'
import { fetchCalls } from './fetch'
import { lockSdk } from './lock-sdk'
import { fetchPage, lockSdkPage, panelTemplatePage } from './page'
import { panelTemplate } from './panel-template'

const pagesIn = (folder: string, chrome: Chrome): Readonly<Record<string, string>> => ({
  [`${folder}/from-fetch.md`]: fetchPage(fetchCalls, chrome),
  [`${folder}/from-lock-sdk.md`]: lockSdkPage(lockSdk, chrome),
  [`${folder}/from-panel-template.md`]: panelTemplatePage(panelTemplate, chrome),
})

/** The generated pages by their path in the repository. */
export const migrationPages: Readonly<Record<string, string>> = {
  ...pagesIn('docs/guide', english),
  ...pagesIn('docs/zh/guide', chinese),
}
