import { createServer } from 'node:http';
import S3rver from 's3rver';

/**
 * An S3 server in a process of its own: `node s3-server.mjs FOLDER PORT`; prints the port it listens on.
 * s3rver lacks the list of unfinished multipart uploads, which the client asks for before each one: it is answered here, empty.
 */
const [directory, port] = process.argv.slice(2);
const serve = new S3rver({ directory, silent: true, vhostBuckets: false }).callback();

const noUploads = (bucket) =>
  `<?xml version="1.0" encoding="UTF-8"?><ListMultipartUploadsResult><Bucket>${bucket}</Bucket><IsTruncated>false</IsTruncated></ListMultipartUploadsResult>`;

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3.test');
  if (request.method === 'GET' && searchParams.has('uploads')) {
    response.setHeader('content-type', 'application/xml');
    response.end(noUploads(pathname.split('/')[1]));
    return;
  }
  serve(request, response);
});
server.listen(Number(port), '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
