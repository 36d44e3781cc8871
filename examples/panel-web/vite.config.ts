import { defineConfig } from 'vite'
import { lockCloud } from './server/lock-cloud.ts'

export default defineConfig({ plugins: [lockCloud()] })
