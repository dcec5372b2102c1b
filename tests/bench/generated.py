"""PDFs made on the spot, always the same ones: pages of words that follow the frequencies of a language."""
import random
from pathlib import Path

SYLLABLES = ('ta ti to mo ma mi re ri ro sol soc cop for fem com dev ag ent loc reg pro ser nat ass on er ion ment '
             'tif al el our ique able').split()


# So that the queries of queries.txt find something here too.
SEARCHED = 'document programme femmes formation professionnelle droit travail code configuration manual figure font page'.split()


def words(count, rng):
    made = list(SEARCHED)
    while len(made) < count:
        word = ''.join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4)))
        if word not in made:
            made.append(word)
    return made


def pdf(pages):
    """One page of text lines each; Helvetica, A4."""
    objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
    kids = []
    for lines in pages:
        drawing = 'BT /F1 10 Tf 13 TL 50 790 Td ' + ' '.join(f'({line}) Tj T*' for line in lines) + ' ET'
        kids.append(f'{len(objects) + 1} 0 R')
        objects.append(f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R '
                       '/Resources << /Font << /F1 3 0 R >> >> >>')
        objects.append(f'<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream')
    objects[1] = f'<< /Type /Pages /Kids [{" ".join(kids)}] /Count {len(pages)} >>'
    out, offsets = '%PDF-1.4\n', []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f'{number} 0 obj\n{body}\nendobj\n'
    table = ''.join(f'{offset:010} 00000 n \n' for offset in offsets)
    count = len(objects) + 1
    return (out + f'xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\n'
            f'startxref\n{len(out)}\n%%EOF\n').encode('ascii')


def text_pdfs(folder, documents, pages):
    """A folder of `documents` PDFs of `pages` pages, 300 words a page; made once."""
    folder = Path(folder) / f'{documents}x{pages}'
    if folder.is_dir():
        return folder
    rng = random.Random(20)
    vocabulary = words(6000, rng)
    rng.shuffle(vocabulary)
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    part = folder.with_name(folder.name + '.part')
    part.mkdir(parents=True, exist_ok=True)
    for number in range(documents):
        text = [[' '.join(rng.choices(vocabulary, weights, k=6)) for _ in range(50)] for _ in range(pages)]
        (part / f'etude-{number:05}.pdf').write_bytes(pdf(text))
    part.rename(folder)
    return folder
