import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs a program in the project's folder with our terminal. A terminal sends Ctrl-C to it and to us alike, so we only wait for it
 * then; SIGTERM reaches us alone and is passed on.
 * @returns its exit code, or 128 + signal number as shells report it
 */
export function run(program, args, { env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: 'inherit', shell: process.platform === 'win32' });
    const wait = () => {};
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', wait);
    process.on('SIGTERM', pass);
    const done = () => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      done();
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** Runs a JavaScript file of a dependency with this Node.js. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}
