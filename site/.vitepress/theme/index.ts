import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { h } from 'vue'
import { missingPage } from './missing-page'
import { runExample } from './run-example'
import './style.css'

// VitePress loads the default export.
export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'not-found': () => h(missingPage) }),
  enhanceApp: ({ app }) => {
    app.component('RunExample', runExample)
  },
} satisfies Theme
