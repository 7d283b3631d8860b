//! RTF as Outlook packs it. The crate `compressed-rtf` believes the length that the header
//! declares, and ends at a byte of 0.

/// What stands in the dictionary at first: MS-OXRTFCP, 2.1.2.1.
const FIRST: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \
\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \
\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/// Bytes of the dictionary, in which places are counted round and round.
const DICTIONARY_BYTES: usize = 4096;

/// Bytes before the packed ones: lengths, kind, checksum.
const HEADER_BYTES: usize = 16;

/// Packed bytes that are read; each eighth is one of control, and a pair stands for 17 at most.
const MAX_PACKED_BYTES: usize = 8 << 20;

/// Unpacks a text: MS-OXRTFCP, 2.2. What is cut off ends early.
///
/// # Errors
/// When it is too long, or packed in a way that is not known.
pub(crate) fn unpacked(packed: &[u8]) -> Result<Vec<u8>, String> {
    const DAMAGED: &str = "its text is damaged; save the message again as .eml";
    if packed.len() > MAX_PACKED_BYTES {
        return Err("its text is too long; save the message as .eml".to_owned());
    }
    let (header, body) = packed.split_at_checked(HEADER_BYTES).ok_or(DAMAGED)?;
    match &header[8..12] {
        b"MELA" => return Ok(body.to_vec()),
        b"LZFu" => {}
        _ => return Err(DAMAGED.to_owned()),
    }
    let mut dictionary = [0_u8; DICTIONARY_BYTES];
    dictionary[..FIRST.len()].copy_from_slice(FIRST);
    let mut end = FIRST.len();
    let mut out = Vec::new();
    let mut put = |byte: u8, dictionary: &mut [u8; DICTIONARY_BYTES], end: &mut usize| {
        out.push(byte);
        dictionary[*end] = byte;
        *end = (*end + 1) % DICTIONARY_BYTES;
    };
    let mut bytes = body.iter().copied();
    'runs: while let Some(control) = bytes.next() {
        for bit in 0..8 {
            let Some(first) = bytes.next() else { break 'runs };
            if control >> bit & 1 == 0 {
                put(first, &mut dictionary, &mut end);
                continue;
            }
            let Some(second) = bytes.next() else { break 'runs };
            let pair = usize::from(first) << 8 | usize::from(second);
            let (start, length) = (pair >> 4, (pair & 0xF) + 2);
            if start == end {
                break 'runs;
            }
            for at in start..start + length {
                put(dictionary[at % DICTIONARY_BYTES], &mut dictionary, &mut end);
            }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_as_outlook_packs_them() {
        // The two examples of MS-OXRTFCP, 3.1.
        let simple = b"\x2d\x00\x00\x00\x2b\x00\x00\x00\x4c\x5a\x46\x75\xf1\xc5\xc7\xa7\x03\x00\x0a\x00\
                       \x72\x63\x70\x67\x31\x32\x35\x42\x32\x0a\xf3\x20\x68\x65\x6c\x09\x00\x20\x62\x77\
                       \x05\xb0\x6c\x64\x7d\x0a\x80\x0f\xa0";
        let crossing =
            b"\x1a\x00\x00\x00\x1c\x00\x00\x00\x4c\x5a\x46\x75\xe2\xd4\x4b\x51\x41\x00\x04\x20\
                         \x57\x58\x59\x5a\x0d\x6e\x7d\x01\x0e\xb0";
        let mut plain = b"\0\0\0\0\0\0\0\0MELA\0\0\0\0".to_vec();
        plain.extend_from_slice(b"{\\rtf1 Rain}");
        type Case<'a> = (&'a [u8], Result<&'a [u8], ()>);
        let cases: [Case<'_>; 5] = [
            (simple, Ok(b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n")),
            (crossing, Ok(b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}")),
            (&plain, Ok(b"{\\rtf1 Rain}")),
            (b"short", Err(())),
            (b"\0\0\0\0\0\0\0\0what\0\0\0\0", Err(())),
        ];
        for (packed, want) in cases {
            assert_eq!(unpacked(packed).map_err(|_| ()), want.map(<[u8]>::to_vec));
        }
    }
}
