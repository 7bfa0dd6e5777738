import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Context } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { failWith } from './errors.ts';

/**
 * Gives out the built workbench. Where a browser asks for a page and there is no such file, the path is one of the
 * workbench's own views and gets its page, whatever it looks like: ids of documents may end as files do.
 */
export function serveFiles(webRoot: string) {
  const root = resolve(webRoot);
  return async (c: Context) => {
    const path = readPath(c.req.path);
    const file = path === null ? null : resolve(join(root, path));
    if (path === null || file === null || (file !== root && !file.startsWith(root + sep))) {
      return failWith(c, 404, { message: 'there is nothing here', where: c.req.path });
    }
    const isAsset = path.startsWith('/assets/');
    const content = await readIfThere(file);
    if (content !== null) {
      return c.body(content, 200, {
        'Content-Type': getMimeType(file) ?? 'application/octet-stream',
        // The names of what lies in assets/ carry a hash of what is in it.
        'Cache-Control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    }
    const isView = !isAsset && (path === '/' || c.req.header('accept')?.includes('text/html'));
    const page = isView ? await readIfThere(join(root, 'index.html')) : null;
    if (page === null) {
      return failWith(c, 404, {
        message: isView ? 'the workbench is not built' : 'there is no such file',
        where: c.req.path,
        hint: isView ? 'Run "npm run build".' : undefined,
      });
    }
    const type = 'text/html; charset=utf-8';
    return c.body(page, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  };
}

/** The decoded path; null for one that cannot name a file. */
function readPath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return /[\0\\]/.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENAMETOOLONG')
      return null;
    throw error;
  }
}
